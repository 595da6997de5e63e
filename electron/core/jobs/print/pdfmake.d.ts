// The library has no types of its own; these are the few calls that are made.
declare module 'pdfmake/build/pdfmake.js' {
  const pdfMake: {
    addVirtualFileSystem(files: Readonly<Record<string, string>>): void;
    addFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
  };

  export { pdfMake as default };
}

declare module 'pdfmake/build/vfs_fonts.js' {
  const files: Readonly<Record<string, string>>;

  export { files as default };
}
