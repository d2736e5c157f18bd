// Tells the page what somebody does, at most three times a minute. While the notice is open only its own button counts.
const often = 20000;

export function watch(dialog, page) {
    let told = -often;
    const tell = event => {
        if (!event.isTrusted || !dialog.isConnected || dialog.open || performance.now() - told < often) return;
        told = performance.now();
        page.invokeMethodAsync('Did').catch(() => { });
    };
    for (const act of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
        document.addEventListener(act, tell, { capture: true, passive: true });
    }
    dialog.addEventListener('cancel', event => {
        event.preventDefault();
        page.invokeMethodAsync('StayAsync').catch(() => { });
    });
}

export function open(dialog) {
    if (!dialog.open) dialog.showModal();
}

export function close(dialog) {
    dialog.close();
}
