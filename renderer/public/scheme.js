// Runs before the first paint, so that a dark window never flashes white. A file of its own: inline scripts are forbidden.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('opora-scheme') ?? 'auto';
  } catch {
    // Storage may be switched off by policy; the system's scheme serves then.
  }
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
