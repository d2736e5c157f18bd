// Radzen makes every day and every appointment a button of its own in the tab order, named by its number at best. The links
// inside them do the work; so all those stops are taken away, but for the days of the year that lead somewhere and its months.
const stops = '.rz-view-content, .rz-year-month, .rz-slot-title, .rz-event, .rz-slot:not([data-due])';

export function quieten(grid) {
  const quiet = () => {
    for (const stop of grid.querySelectorAll(stops)) {
      for (const name of ['tabindex', 'role', 'aria-label']) {
        if (stop.hasAttribute(name)) stop.removeAttribute(name);
      }
    }
    for (const day of grid.querySelectorAll('.rz-year-view .rz-slot[data-due]:not([tabindex])')) {
      day.setAttribute('tabindex', '0');
      day.setAttribute('role', 'button');
    }
  };
  new MutationObserver(quiet).observe(grid, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-due', 'tabindex', 'role'] });
  quiet();

  // Radzen's own keys move a mark that no screen reader hears of, fail where nothing had the focus before, and swallow the
  // next Tab. A button is pressed by Enter and the space bar; links and the page have their keys from the browser.
  grid.addEventListener('keydown', event => {
    event.stopPropagation();
    const button = event.target.closest('[role="button"]');
    if (button && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      button.click();
    }
  }, true);
}
