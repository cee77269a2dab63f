export { createParties, type SellersAndBuyers } from './parties.service.ts';
export {
  type Address,
  type Buyer,
  type BuyerVersion,
  DEFAULT_SELLER,
  type Parties,
  type Seller,
  type SellerVersion,
} from './party.ts';
