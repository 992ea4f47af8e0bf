// Returns the texts of the page that stand out too little from their ground (WCAG 2.2, 1.4.3),
// each as "ratio: text".
() => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  // Any CSS color as red, green, blue (0 to 255) and alpha (0 to 1)
  const read = (color) => {
    if (!known.has(color)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      known.set(color, [red, green, blue, alpha / 255]);
    }
    return known.get(color);
  };
  const over = ([r, g, b, alpha], ground) =>
    [r, g, b].map((value, i) => value * alpha + ground[i] * (1 - alpha));
  const groundOf = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
    return layers.reduce((ground, layer) => over(read(layer), ground), [255, 255, 255]);
  };
  const opacityOf = (element) => {
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= getComputedStyle(at).opacity;
    return opacity;
  };
  const luminance = (color) => {
    const [r, g, b] = color.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    if (!text || element.closest("script, style, noscript, svg, template")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const opacity = opacityOf(element);
    if (opacity === 0) continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const [red, green, blue, alpha] = read(style.color);
    const [high, low] = [over([red, green, blue, alpha * opacity], ground), ground]
      .map(luminance)
      .sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.add(`${ratio.toFixed(2)}: ${text.slice(0, 40)}`);
  }
  return [...faint];
}
