// Offers each picture as PNG beside its SVG: the browser draws the SVG and hands out what it drew.
'use strict';

for (const link of document.querySelectorAll('a[data-picture]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'small';
  button.textContent = 'PNG';
  button.addEventListener('click', async () => {
    const picture = new Image();
    picture.src = link.href;
    await picture.decode();
    const canvas = document.createElement('canvas');
    const scale = Math.min(2, 8000 / Math.max(picture.naturalWidth, picture.naturalHeight)); // browsers bound the size of a canvas
    canvas.width = picture.naturalWidth * scale;
    canvas.height = picture.naturalHeight * scale;
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const save = document.createElement('a');
    save.href = canvas.toDataURL('image/png');
    save.download = `${link.dataset.picture}.png`;
    save.click();
  });
  link.after(' ', button);
}
