// The secret stands behind the hash of the address, where no server sees it; the form takes it along, and the address forgets it.
document.getElementById('invitation-secret').value = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
