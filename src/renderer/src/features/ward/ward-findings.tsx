// What does not fit between the opened packages: what stops everything with the way to settle it, then what is only good to know.
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { WardFinding } from '#shared/contract/ward.contract.ts';
import styles from './ward.module.css';

interface WardFindingsProps {
  readonly findings: readonly WardFinding[];
  readonly onLeaveOut: (packageId: string) => void;
}

function Lines({ findings }: { readonly findings: readonly WardFinding[] }) {
  return (
    <ul className={styles['lines']}>
      {findings.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Findings that the same packages would settle, with the way to settle them. */
function Stopping({ findings, onLeaveOut }: WardFindingsProps) {
  const [first] = findings;
  if (!first) {
    return null;
  }
  const isOne = findings.length === 1;
  return (
    <Notice tone="error" title={isOne ? first.sentence : `まとめる前に、次の${findings.length}つを片づけてください。`}>
      {!isOne && <Lines findings={findings} />}
      {first.packages.length > 0 && (
        <Cluster>
          {first.packages.map(({ id, folderName }) => (
            <Button key={id} size="small" onPress={() => onLeaveOut(id)}>
              {`「${folderName}」を外す`}
            </Button>
          ))}
        </Cluster>
      )}
    </Notice>
  );
}

const settledBy = ({ packages }: WardFinding): string => packages.map(({ id }) => id).join();

export function WardFindings({ findings, onLeaveOut }: WardFindingsProps) {
  const of = (wanted: WardFinding['tone']) => findings.filter(({ tone }) => tone === wanted);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  if (findings.length === 0) {
    return null;
  }
  return (
    <Stack gap="tight">
      {[...Map.groupBy(errors, settledBy)].map(([key, group]) => (
        <Stopping key={key} findings={group} onLeaveOut={onLeaveOut} />
      ))}
      {warnings.length > 0 && (
        <Notice tone="warning" title="知っておいてください（まとめることはできます）">
          <Lines findings={warnings} />
        </Notice>
      )}
      {infos.length > 0 && (
        <Notice title="お知らせ">
          <Lines findings={infos} />
        </Notice>
      )}
    </Stack>
  );
}
