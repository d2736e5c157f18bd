// Blazor's script marks the element with a class as the connection goes and comes. This says it in words, tries again when
// the device is back, and loads the page anew when the server no longer knows the circuit.
const notice = document.getElementById('components-reconnect-modal');
const words = document.getElementById('reconnect-words');
const reload = notice.querySelector('.reload');

function say(key) {
    const text = notice.dataset[key] ?? '';
    if (words.textContent !== text) words.textContent = text;
}

function follow() {
    const state = [...notice.classList].find(name => name.startsWith('components-reconnect-'));
    const lost = state === 'components-reconnect-show' || state === 'components-reconnect-failed';
    if (state === 'components-reconnect-rejected') {
        location.reload();
    } else if (lost) {
        notice.dataset.open = '';
        reload.hidden = state !== 'components-reconnect-failed';
        say(state === 'components-reconnect-failed' ? 'failed' : 'trying');
    } else if ('open' in notice.dataset) {
        say('done');
        setTimeout(() => { delete notice.dataset.open; words.textContent = ''; }, 1500);
    }
}

async function tryAgain() {
    if (!notice.classList.contains('components-reconnect-failed') || document.visibilityState !== 'visible') return;
    try {
        if (!await Blazor.reconnect()) location.reload();
    } catch {
        // Still out of reach: the notice stays.
    }
}

reload.addEventListener('click', event => { event.preventDefault(); location.reload(); });
new MutationObserver(follow).observe(notice, { attributes: true, attributeFilter: ['class'] });
addEventListener('online', tryAgain);
document.addEventListener('visibilitychange', tryAgain);
setInterval(tryAgain, 5000);
