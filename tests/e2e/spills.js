// What is wrong with how the window is laid out: the page scrolled across, words that run out of their box, and what is used
// lying under something else. Tables scroll across by themselves; what is scrolled away is not covered.
const wrong = [];
const width = document.documentElement.clientWidth;
const page = document.scrollingElement.scrollWidth;
if (page > width) wrong.push(`the page is ${page} wide in a window of ${width}`);

const called = (element) =>
  `${element.localName}.${[...element.classList].filter((name) => !name.startsWith('svelte-')).join('.')} “${element.textContent.trim().slice(0, 40)}”`;
const visible = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.heard, svg');
const spills = (element) => {
  const style = getComputedStyle(element);
  const box = style.overflowX === 'visible' && style.display !== 'inline' && element.clientWidth > 0;
  return box && !element.matches('input, select') && element.scrollWidth > element.clientWidth + 2;
};
for (const element of document.querySelectorAll('body *')) {
  if (!visible(element) || element.textContent.trim() === '' || !spills(element)) continue;
  // The innermost one is to blame.
  if ([...element.children].some((child) => visible(child) && spills(child))) continue;
  wrong.push(`${called(element)} runs out of its box: ${element.scrollWidth} > ${element.clientWidth}`);
}

const used = 'button, a[href], input, select, textarea, mark, [role=option], [role=gridcell], [role=rowheader], [data-card]';
const above = [...document.querySelectorAll('[role=dialog]')].at(-1);
const passing = '[data-sonner-toaster], [popover]';
for (const element of (above ?? document).querySelectorAll(used)) {
  if (!visible(element) || element.closest(passing)) continue;
  const box = element.getClientRects()[0];
  if (!box || box.width < 2 || box.height < 2) continue;
  const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, width)) / 2, box.top + box.height / 2];
  const over = document.elementFromPoint(x, y);
  if (!over || over.closest(passing) || element.contains(over) || over.contains(element)) continue;
  if ([...(element.labels ?? [])].some((label) => label.contains(over))) continue;
  let away = false;
  for (let around = element.parentElement; around; around = around.parentElement) {
    const edge = around.getBoundingClientRect();
    const clips = getComputedStyle(around).overflowY !== 'visible';
    away ||= clips && (y < edge.top || y > edge.bottom || x < edge.left || x > edge.right);
  }
  for (let around = over; around; around = around.parentElement) {
    away ||= getComputedStyle(around).position === 'sticky';
  }
  if (!away) wrong.push(`${called(element)} lies under ${called(over)}`);
}
return wrong;
