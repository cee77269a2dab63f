export { createParties, type SellersAndBuyers } from './parties.service.ts';
export type {
  Address,
  Buyer,
  BuyerVersion,
  Parties,
  Seller,
  SellerVersion,
} from './party.ts';
