const root = document.querySelector('#root');
const style = document.createElement('style');
style.nonce = document.querySelector('meta[name="style-nonce"]').nonce;
style.textContent = '#root { font: 24px sans-serif; padding: 64px 24px; }';
document.head.append(style);
root.textContent = `${window.opora.host.profile}: ${JSON.stringify(await window.opora.call('test.hello', { at: 1 }))}`;
