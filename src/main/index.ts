// The main process, as a story: one instance, a register that is locked, a window. Nothing of the register is opened before its passphrase.
import { join } from 'node:path';
import { startApplication } from './app/application.ts';
import { systemClock } from './platform/clock.ts';
import { randomId } from './platform/ids.ts';
import { appendTo, createLog } from './platform/log.ts';
import { STANDARD_COST } from './platform/vault/key-slots.ts';
import { usualPlaces } from './platform/vault/usual-places.ts';
import { createRegister } from './register.ts';

startApplication(async (application) => {
  const { dataFolder, version, fileChooser, paperPrinter } = application;
  const register = createRegister({
    folder: join(dataFolder, 'register'),
    backupFolder: join(dataFolder, 'backups'),
    configFolder: dataFolder,
    places: () => usualPlaces(application.userFolders),
    clock: systemClock,
    newId: randomId,
    cost: STANDARD_COST,
    chooser: fileChooser,
    printer: paperPrinter,
    log: createLog(appendTo(join(dataFolder, 'incidents.log')), systemClock.now),
    emit: application.broadcast,
    appVersion: version,
  });
  application.onUnattended(() => register.vault.lock());
  application.onFarewell(() => register.vault.lock());
  application.answerCalls(register.router.call);
  await application.openWindow();
});
