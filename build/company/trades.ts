import { goodsTrades } from '#build/company/trades-goods.ts';
import { serviceTrades } from '#build/company/trades-services.ts';

export const trades = { ...goodsTrades, ...serviceTrades };
export type TradeName = keyof typeof trades;
