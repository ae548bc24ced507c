// What was written, said with the way to it: a paper to open and print, or a folder of files. Opens nothing by itself.
import { FolderOpen, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FileToken } from '#shared/model/ids.ts';
import { Button } from '../ui/button.tsx';
import { Cluster } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { describeFailure } from './messages.ts';
import { useRegisterCommand } from './use-register.ts';
import styles from './written-files.module.css';

interface WrittenPaperProps {
  readonly title: string;
  readonly file: FileToken;
  /** Where the title does not say it. */
  readonly fileName?: string;
}

export function WrittenPaper({ title, file, fileName }: WrittenPaperProps) {
  const opening = useRegisterCommand('files.open');
  const revealing = useRegisterCommand('files.reveal');
  const failure = opening.error ?? revealing.error;
  return (
    <>
      <Notice tone="success" title={title} isUrgent>
        {fileName !== undefined && <p>{fileName}</p>}
        <Cluster>
          <Button icon={Printer} onPress={() => opening.mutate({ file })}>
            開いて印刷する
          </Button>
          <Button icon={FolderOpen} onPress={() => revealing.mutate({ file })}>
            フォルダを開く
          </Button>
        </Cluster>
      </Notice>
      {failure && <Notice tone="error" title={describeFailure(failure.failure)} isUrgent />}
    </>
  );
}

interface WrittenFolderProps {
  readonly folder: FileToken;
  readonly folderName: string;
  readonly files: readonly string[];
  /** What to do with them. */
  readonly children?: ReactNode;
}

export function WrittenFolder({ folder, folderName, files, children }: WrittenFolderProps) {
  const revealing = useRegisterCommand('files.reveal');
  return (
    <>
      <Notice
        tone="success"
        title={`「${folderName}」に${files.length}つのファイルを書き出しました。`}
        action={
          <Button icon={FolderOpen} onPress={() => revealing.mutate({ file: folder })}>
            フォルダを開く
          </Button>
        }
        isUrgent
      >
        <ul className={styles['files']}>
          {files.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        {children}
      </Notice>
      {revealing.error && <Notice tone="error" title={describeFailure(revealing.error.failure)} isUrgent />}
    </>
  );
}
