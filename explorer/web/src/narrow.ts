/** On a window narrower than this, in pixels, a panel leaves the editor no room: it starts closed, and closes when it has done its work. */
export const narrow = 800;
