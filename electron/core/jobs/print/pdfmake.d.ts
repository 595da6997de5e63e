// The library has no types of its own; these are the few calls that are made.
declare module 'pdfmake/build/pdfmake.js' {
  const pdfMake: {
    addVirtualFileSystem(files: Readonly<Record<string, string>>): void;
    addFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
  };

  // biome-ignore lint/style/noDefaultExport: it is the library that exports so
  export default pdfMake;
}

declare module 'pdfmake/build/vfs_fonts.js' {
  const files: Readonly<Record<string, string>>;

  // biome-ignore lint/style/noDefaultExport: it is the library that exports so
  export default files;
}
