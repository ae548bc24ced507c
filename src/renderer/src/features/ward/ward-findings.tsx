// What does not fit between the opened packages: what stops everything with the way to settle it, then what is only good to know.
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { WardFinding, WardSummary } from '#shared/contract/ward.contract.ts';
import styles from './ward.module.css';

interface WardFindingsProps {
  readonly findings: readonly WardFinding[];
  readonly packages: WardSummary['packages'];
  readonly onLeaveOut: (packageId: string) => void;
}

function Stopping({
  finding,
  packages,
  onLeaveOut,
}: { readonly finding: WardFinding } & Omit<WardFindingsProps, 'findings'>) {
  const folderOf = (id: string) => packages.find((one) => one.id === id)?.folderName;
  return (
    <Notice tone="error" title={finding.sentence}>
      {finding.packages.length > 0 && (
        <Cluster>
          {finding.packages.map((id) => (
            <Button key={id} size="small" onPress={() => onLeaveOut(id)}>
              {folderOf(id) === undefined ? 'このフォルダを外す' : `「${folderOf(id)}」を外す`}
            </Button>
          ))}
        </Cluster>
      )}
    </Notice>
  );
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

export function WardFindings({ findings, packages, onLeaveOut }: WardFindingsProps) {
  const of = (wanted: WardFinding['tone']) => findings.filter(({ tone }) => tone === wanted);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  if (findings.length === 0) {
    return null;
  }
  return (
    <Stack gap="tight">
      {errors.map((finding) => (
        <Stopping key={finding.sentence} finding={finding} packages={packages} onLeaveOut={onLeaveOut} />
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
