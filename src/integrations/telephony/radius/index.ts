export { createRadiusFront } from './radius-front.ts';
export { PACKET_OUTCOMES, type RadiusServer } from './radius-server.ts';
