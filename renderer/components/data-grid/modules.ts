import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
} from 'ag-grid-community';

/** Only what a register needs: the whole library would double the page. */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    RowSelectionModule,
    RowApiModule,
    ScrollApiModule,
    ColumnApiModule,
    RenderApiModule,
    CellStyleModule,
    LocaleModule,
  ]);
}
