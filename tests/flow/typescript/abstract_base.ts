abstract class Job {
  run(): void {
    // ruleid: flow
    sink(this.input());
    // ok: flow
    sink(this.title());
  }

  protected abstract input(): string;

  protected title(): string {
    return 'job';
  }
}

class ReadJob extends Job {
  protected input(): string {
    return source();
  }
}

function start(): void {
  const job: Job = new ReadJob();
  job.run();
}
