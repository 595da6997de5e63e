declare module 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js';
