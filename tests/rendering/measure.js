// What there is to see on the page, for tests.rendering.looks to judge. Lengths in CSS pixels, colours as computed ("rgb(29, 36, 34)").
// As JSON: playwright reads a string a good deal faster than so many objects.
() => {
  const say = element => element.tagName.toLowerCase() + (element.className ? "." + element.className : "");
  const chain = element => { const all = []; for (; element; element = element.parentElement) all.push(element); return all; };
  const box = ({ left, right, top, bottom }) => ({ left, right, top: top + scrollY, bottom: bottom + scrollY });

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(line => line.width > 0).map(box);
    if (!node.data.trim()) continue;
    const style = getComputedStyle(node.parentElement), above = chain(node.parentElement);
    const around = above.find(element => !getComputedStyle(element).display.startsWith("inline")) || document.body;
    texts.push({
      words: node.data.trim().replace(/\s+/g, " "), lines, around: box(around.getBoundingClientRect()),
      size: parseFloat(style.fontSize), weight: parseInt(style.fontWeight), color: style.color,
      backgrounds: above.map(element => getComputedStyle(element).backgroundColor),
      opacity: above.reduce((product, element) => product * parseFloat(getComputedStyle(element).opacity), 1),
    });
  }

  const elements = [...document.body.querySelectorAll("*")].filter(element => element.getClientRects().length);
  return JSON.stringify({
    width: document.documentElement.clientWidth,
    page_width: document.documentElement.scrollWidth,
    texts,
    boxes: elements.map(element => ({
      name: say(element), ...box(element.getBoundingClientRect()), inner: element.clientWidth, wanted: element.scrollWidth,
    })),
    targets: [...document.links].map(link => ({ words: link.innerText, href: link.href, ...box(link.getBoundingClientRect()) })),
    foreign: [
      ...[...document.querySelectorAll("script, img, picture, video, audio, iframe, object, embed, link, form, svg, canvas")].map(say),
      ...elements.filter(element => getComputedStyle(element).backgroundImage !== "none").map(say),
    ],
  });
}
