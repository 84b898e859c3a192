/** The address of something beside this page, such as ../graphql, whatever path a proxy puts before both. */
export function beside(path: string): URL {
  return new URL(path, location.href.split(/[?#]/)[0]);
}
