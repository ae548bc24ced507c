// The settings of the end of a record: how many years it is kept, and the way to the list of whose term is over.
import { useNavigate } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import { useSettings } from '#renderer/lib/settings.tsx';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { RETENTION_YEARS } from '#shared/model/retention.ts';

const YEARS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, RETENTION_YEARS.most];

export function RetentionPanel() {
  const navigate = useNavigate();
  const { retentionYears } = useSettings();
  const revise = useRegisterCommand('settings.revise');
  const choices = [...new Set([...YEARS, retentionYears])].sort((a, b) => a - b);
  return (
    <Panel
      title="保存年限と廃棄"
      description="見守りを終えた方の記録を、いつまで残すかを決めます。区や区社協の決まりがあれば、それに合わせてください。"
    >
      <Stack>
        <SelectField
          label="見守りを終えてから残しておく年数"
          options={choices.map((years) => ({ code: String(years), label: `${years}年` }))}
          value={String(retentionYears)}
          onChange={(code) =>
            code && revise.mutate({ retentionYears: Number(code) }, { onSuccess: () => toast('設定を保存しました。') })
          }
        />
        <p>年限がすぎても、ひとりでに消えることはありません。廃棄の一覧から、確かめたうえで廃棄します。</p>
        <div>
          <Button icon={Archive} onPress={() => navigate({ to: '/disposal' })}>
            廃棄の一覧を開く
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
