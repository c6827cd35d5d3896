// Where these words begin and end on the screen, scrolled into view: inside the first element that holds all of them,
// perhaps in several text nodes. Null when there is none.
const [words] = arguments;
const texts = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
let whole = '';
const nodes = [];
while (texts.nextNode()) {
  nodes.push({ node: texts.currentNode, at: whole.length });
  whole += texts.currentNode.data;
}
const start = whole.indexOf(words);
if (start < 0) return null;
const place = (offset) => {
  const last = nodes.findLast(({ at }) => at <= offset);
  return [last.node, offset - last.at];
};
const range = document.createRange();
range.setStart(...place(start));
const [node, offset] = place(start + words.length - 1);
range.setEnd(node, offset + 1);
range.startContainer.parentElement.scrollIntoView({ block: 'center' });
const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
const [first, last] = [boxes.at(0), boxes.at(-1)];
return { x1: first.left + 1, y1: first.top + first.height / 2, x2: last.right - 1, y2: last.top + last.height / 2 };
