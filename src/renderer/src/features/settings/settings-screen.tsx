// The settings: what the register is called, how the screen looks, when it locks, and the lists that one chooses from.
import { useNavigate } from '@tanstack/react-router';
import { History, KeyRound, ListChecks, PackageOpen, UserRoundCog } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { useSettings } from '#renderer/lib/settings.tsx';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { CheckButtons } from '#renderer/ui/check-buttons.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Settings } from '#shared/contract/settings.contract.ts';
import { CodeListEditor } from './code-list-editor.tsx';

const TEXT_SIZES = [
  { code: 'standard', label: 'ふつう' },
  { code: 'large', label: '大きい' },
  { code: 'xlarge', label: 'とても大きい' },
];
const DATE_STYLES = [
  { code: 'era', label: '和暦（令和8年10月3日）' },
  { code: 'western', label: '西暦（2026年10月3日）' },
  { code: 'both', label: '両方' },
];
const LOCK_MINUTES = [3, 5, 10, 15, 20, 30].map((minutes) => ({ code: String(minutes), label: `${minutes}分` }));

function RegisterPanel({
  settings,
  save,
}: {
  readonly settings: Settings;
  readonly save: (changes: Partial<Settings>) => void;
}) {
  const codes = useCodes();
  const [name, setName] = useState(settings.registerName);
  return (
    <Panel title="台帳">
      <Stack>
        <TextField
          label="台帳の名前"
          description="画面の上と、印刷する紙に出ます。"
          value={name}
          onChange={setName}
          onBlur={() => name.trim() !== '' && name !== settings.registerName && save({ registerName: name })}
          maxLength={60}
        />
        <CheckButtons
          label="受け持ちの地域（選ばないと、すべて）"
          groups={[{ label: '西区の地域', options: codes.choices('district') }]}
          value={settings.districts}
          onChange={(districts) => save({ districts: [...districts] })}
        />
      </Stack>
    </Panel>
  );
}

interface SettingsScreenProps {
  readonly onChangePassphrase: () => void;
  /** The panel that leads to the keys and coordinators. */
  readonly keys: ReactNode;
  /** The panel of the backups. */
  readonly backups: ReactNode;
  /** The panel of the end of a record. */
  readonly retention: ReactNode;
}

export function SettingsScreen({ onChangePassphrase, keys, backups, retention }: SettingsScreenProps) {
  const navigate = useNavigate();
  const settings = useSettings();
  const revise = useRegisterCommand('settings.revise');
  const save = (changes: Partial<Settings>) =>
    revise.mutate(changes, { onSuccess: () => toast('設定を保存しました。') });
  return (
    <Stack>
      <PageHeader title="設定" subtitle="変えると、すぐに保存されます。" />
      <RegisterPanel settings={settings} save={save} />
      <Panel title="画面">
        <Stack>
          <ChoiceButtons
            label="文字の大きさ"
            options={TEXT_SIZES}
            value={settings.textSize}
            onChange={(code) => save({ textSize: code as Settings['textSize'] })}
          />
          <ChoiceButtons
            label="日付の書き方"
            options={DATE_STYLES}
            value={settings.dateStyle}
            onChange={(code) => save({ dateStyle: code as Settings['dateStyle'] })}
          />
        </Stack>
      </Panel>
      <Panel title="合言葉とロック">
        <Stack>
          <SelectField
            label="操作がないときに自動でロックするまで"
            options={LOCK_MINUTES}
            value={String(settings.autoLockMinutes)}
            onChange={(code) => code && save({ autoLockMinutes: Number(code) })}
          />
          <div>
            <Button icon={KeyRound} onPress={onChangePassphrase}>
              合言葉を変える
            </Button>
          </div>
        </Stack>
      </Panel>
      {keys}
      {backups}
      {retention}
      <Panel title="見守り員と民生委員" description="名前、地域、電話を登録します。">
        <Button icon={UserRoundCog} onPress={() => navigate({ to: '/supporters' })}>
          見守り員・民生委員を開く
        </Button>
      </Panel>
      <Panel
        title="操作の記録"
        description="誰が、いつ、どなたの記録を見たか・書いたか・印刷したか・書き出したかが残っています。"
      >
        <Button icon={History} onPress={() => navigate({ to: '/audit', search: {} })}>
          操作の記録を開く
        </Button>
      </Panel>
      <Panel
        title="持ち出しの記録"
        description="印刷・書き出しをしたものを、いつ、どこへ、何のために渡したか。戻っていないものが先に並びます。"
      >
        <Button icon={PackageOpen} onPress={() => navigate({ to: '/handouts' })}>
          持ち出しの記録を開く
        </Button>
      </Panel>
      <Panel
        title="選択肢の一覧"
        description="名前を変えたり、足したり、使わないものを隠したりできます。"
        actions={<ListChecks aria-hidden />}
      >
        <CodeListEditor />
      </Panel>
    </Stack>
  );
}
