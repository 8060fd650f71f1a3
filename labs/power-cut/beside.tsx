import type { Run } from './send-power-cut'

/** The program that was killed, and what a kill leaves out. */
export function Beside({ run }: { run: Run | null }) {
  return (
    <div className="cut-beside">
      <section>
        <h3>A killed process is not a power cut</h3>
        <p>
          SIGKILL ends a process between two of its instructions: it cannot
          catch the signal, save anything or say goodbye. The operating system
          lives on, though, and what was handed to it as part of a file is
          written to the disk in its own time.
        </p>
        <p>
          A real power cut takes the operating system along, and with it all
          that had not reached the disk yet. Against that a database asks the
          system, at each COMMIT, to write now and to answer when it is done:
          that is <code>fsync</code>. This database is set up so (
          <code>journal_mode = WAL</code>, <code>synchronous = FULL</code>), and
          the one behind this site too has an order on the disk before it
          answers. What this lab kills is the process alone, so it proves the
          stapling, and not the disk.
        </p>
      </section>
      <section>
        <h3>How it is cut here</h3>
        <p>
          A program of its own writes the order into a database file of its own.
          It says how far it has come and waits for a word before it goes on; at
          the moment that you chose it gets a signal instead. Then the file is
          opened again and both tables are read. Both ways are the same program;
          one of them sends BEGIN first and COMMIT last. The file is thrown
          away.
        </p>
        {run && (
          <details className="cut-program">
            <summary>Read the program that was killed</summary>
            <pre>
              <code>{run.report.program}</code>
            </pre>
          </details>
        )}
      </section>
    </div>
  )
}
