import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freeUdpPort } from '../sip/ports.ts';
import { Running } from '../sip/process.ts';
import { type RadiusOffice, SECRET } from './radius-office.ts';

const recipe = path.resolve(
  import.meta.dirname,
  '../../src/integrations/telephony/freeradius/tollkeeper-proxy.conf',
);

/** What a site has around our file: two sockets, one client, and everything sent on to us. */
function configuration(folder: string, accessPort: number, accountingPort: number): string {
  return `
prefix = /usr
name = tollkeeper-test
logdir = ${folder}
run_dir = ${folder}
libdir = /usr/lib/freeradius
log {
  destination = stdout
}
thread pool {
  start_servers = 2
  max_servers = 4
  min_spare_servers = 1
  max_spare_servers = 4
}
proxy_requests = yes
proxy server {
}
$INCLUDE ${recipe}
client switch {
  ipaddr = 127.0.0.1
  secret = ${SECRET}
}
modules {
  always ok {
    rcode = ok
  }
}
server default {
  listen {
    type = auth
    ipaddr = 127.0.0.1
    port = ${accessPort}
  }
  listen {
    type = acct
    ipaddr = 127.0.0.1
    port = ${accountingPort}
  }
  authorize {
    update control {
      &Proxy-To-Realm := tollkeeper
    }
  }
  authenticate {
  }
  preacct {
    update control {
      &Proxy-To-Realm := tollkeeper
    }
  }
  accounting {
    ok
  }
}
`;
}

export interface FreeRadius {
  readonly accessPort: number;
  readonly accountingPort: number;
  stop(): Promise<void>;
}

/** Debian's FreeRADIUS in the foreground, handing everything on to the office. */
export async function startFreeRadius({
  office,
  accessPort: homeAccess,
  accountingPort: homeAccounting,
}: RadiusOffice): Promise<FreeRadius> {
  const folder = path.join(office.folder, 'freeradius');
  mkdirSync(folder);
  const accessPort = await freeUdpPort();
  const accountingPort = await freeUdpPort();
  const text = configuration(folder, accessPort, accountingPort);
  writeFileSync(path.join(folder, 'radiusd.conf'), text, { mode: 0o640 });
  const server = new Running('/usr/sbin/freeradius', ['-f', '-x', '-l', 'stdout', '-d', folder], {
    TOLLKEEPER_RADIUS_HOST: '127.0.0.1',
    TOLLKEEPER_RADIUS_ACCESS_PORT: `${homeAccess}`,
    TOLLKEEPER_RADIUS_ACCOUNTING_PORT: `${homeAccounting}`,
    TOLLKEEPER_RADIUS_SECRET: SECRET,
  });
  await server.says(/Ready to process requests/);
  return { accessPort, accountingPort, stop: () => server.stop() };
}
