// Drags a bar of the timeline by pointer. A moved bar begins on a Monday unless Alt is held; the ends go day by day. The page
// is told once, when the bar is dropped; Escape lets it go. What is drawn meanwhile is taken away again.
const svgName = 'http://www.w3.org/2000/svg';
const slack = 4;

export function listen(svg, page) {
  const ghost = svg.querySelector('[data-ghost]');
  const day = number => new Date(Date.UTC(1, 0, 1) + 0).setUTCFullYear(1, 0, 1 + number);
  const name = number => new Intl.DateTimeFormat(document.documentElement.lang || 'nb', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day(number));
  let drag = null;

  const target = event => {
    const unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const days = Math.round((event.clientX - drag.x) / unit / Number(svg.dataset.dayWidth));
    const { from, to, edge } = drag;
    if (edge === 'from') return [Math.min(from + days, to), to];
    if (edge === 'to') return [from, Math.max(to + days, from)];
    // Day 0 is a Monday.
    const first = days === 0 || event.altKey ? from + days : Math.round((from + days) / 7) * 7;
    return [first, to + first - from];
  };

  const draw = ([from, to]) => {
    const x = number => Number(svg.dataset.firstX) + (number - Number(svg.dataset.firstDay)) * Number(svg.dataset.dayWidth);
    const body = drag.bar.querySelector('.body');
    const box = document.createElementNS(svgName, 'rect');
    const place = { x: x(from), y: body.getAttribute('y'), width: Math.max(x(to + 1) - x(from), 4), height: body.getAttribute('height'), rx: 6 };
    Object.entries(place).forEach(([key, value]) => box.setAttribute(key, value));
    const words = document.createElementNS(svgName, 'text');
    words.setAttribute('x', Math.max(x(from) + 10, 8));
    words.setAttribute('y', Number(body.getAttribute('y')) + 23);
    words.textContent = `${name(from)} – ${name(to)}`;
    ghost.replaceChildren(box, words);
  };

  const stop = () => {
    ghost.replaceChildren();
    drag = null;
  };

  svg.addEventListener('pointerdown', event => {
    const bar = event.target.closest('[data-placement]');
    if (!bar || event.button !== 0) return;
    event.preventDefault();
    bar.focus({ preventScroll: true });
    svg.setPointerCapture(event.pointerId);
    drag = { bar, x: event.clientX, moved: false, edge: event.target.dataset.edge, from: Number(bar.dataset.from), to: Number(bar.dataset.to) };
  });
  svg.addEventListener('pointermove', event => {
    if (!drag) return;
    drag.moved ||= Math.abs(event.clientX - drag.x) > slack;
    if (drag.moved) draw(target(event));
  });
  svg.addEventListener('pointerup', event => {
    if (!drag) return;
    const { bar, moved, from, to } = drag;
    const [first, last] = target(event);
    stop();
    if (!moved) page.invokeMethodAsync('OpenAsync', bar.dataset.placement);
    else if (first !== from || last !== to) page.invokeMethodAsync('DropAsync', bar.dataset.placement, first - from, last - to);
  });
  svg.addEventListener('pointercancel', stop);
  svg.addEventListener('keydown', event => {
    if (event.key === 'Escape' && drag) stop();
    // The page must not scroll under a bar that is moved by key.
    if (event.target.closest('[data-placement]') && ['ArrowLeft', 'ArrowRight', 'Enter'].includes(event.key)) event.preventDefault();
  });
}
