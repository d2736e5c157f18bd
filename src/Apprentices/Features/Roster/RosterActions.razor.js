// Hands the browser a file that the server made for this page alone.
export async function save(name, content) {
  const address = URL.createObjectURL(new Blob([await content.arrayBuffer()], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
