export type { PortAdvice } from './port-advice.ts';
export { createPorts, PORT_TYPE, type Ports, type PortsBoard } from './ports.service.ts';
export type { PlaceHolder, Reason } from './reason.ts';
