// Runs in a page that has loaded: goes through it window by window, and returns what `shift.js` has added up.
async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await document.fonts.ready;
  for (let count = 0; count < 3; count++) await frame();
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await frame();
  }
  await frame();
  return globalThis.benchShift;
}
