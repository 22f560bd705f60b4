package app.upline.sheet;

import app.upline.audit.AuditTrail;
import app.upline.identity.AbsentCallers;
import app.upline.identity.AbsentCallers.AbsentCaller;
import app.upline.identity.CurrentUser;
import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.share.LongWorkQueue;
import app.upline.platform.upload.MemoryFile;
import app.upline.workbook.WorkbookRefusedException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes large uploads in, and looks at corrected ones again, in the background: in the name of the
 * person who asked, with the roles held now, and in the turns of the organization's long work. What
 * becomes of it is written in one transaction with its records; a server that dies leaves the work
 * to another one, which starts over.
 */
@Singleton
class ImportWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

  /** Until what broke off is begun again. */
  private static final Duration REST = Duration.ofSeconds(10);

  /** A file with which so many servers died is not tried with another one. */
  private static final int MOST_BEGUN = 3;

  private static final String NOT_ALLOWED_ANY_MORE =
      "Whoever uploaded this may not upload any more. Somebody else can upload the file.";
  private static final String TOO_OFTEN =
      "This was begun %d times and broke off each time. Divide the sheet into several files."
          .formatted(MOST_BEGUN);

  private final UUID server = UUID.randomUUID();
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

  private final ImportJobRows rows;
  private final ImportJobs jobs;
  private final ImportReading reading;
  private final ImportChecks checks;
  private final ImportCorrections corrections;
  private final SheetImporter importer;
  private final Map<String, SheetKind<?>> kinds = new HashMap<>();
  private final AbsentCallers callers;
  private final ContractOperations contract;
  private final LongWorkQueue queue;
  private final AuditTrail trail;
  private final Clock clock;
  private final UploadSettings settings;

  ImportWorker(
      ImportJobRows rows,
      ImportJobs jobs,
      ImportReading reading,
      ImportChecks checks,
      ImportCorrections corrections,
      SheetImporter importer,
      List<SheetKind<?>> kinds,
      AbsentCallers callers,
      ContractOperations contract,
      LongWorkQueue queue,
      AuditTrail trail,
      Clock clock,
      UploadSettings settings) {
    this.rows = rows;
    this.jobs = jobs;
    this.reading = reading;
    this.checks = checks;
    this.corrections = corrections;
    this.importer = importer;
    kinds.forEach(kind -> this.kinds.put(kind.form().subject(), kind));
    this.callers = callers;
    this.contract = contract;
    this.queue = queue;
    this.trail = trail;
    this.clock = clock;
    this.settings = settings;
  }

  /** Says that this server lives, and begins with what waits. */
  @Scheduled(fixedDelay = "${upline.uploads.look-every:1s}")
  void look() {
    try {
      Instant now = clock.instant();
      if (!underWay.isEmpty()) {
        rows.renew(server, now.plus(settings.believed()));
      }
      if (underWay.size() < settings.jobs()) {
        rows.waiting(now).forEach(job -> begin(job, now));
      }
    } catch (RuntimeException e) {
      LOG.warn("It could not be seen which uploads wait: {}", e.getClass());
    }
  }

  private void begin(ImportJobRow job, Instant now) {
    if (underWay.size() < settings.jobs() && underWay.add(job.importId()) && !claimed(job, now)) {
      underWay.remove(job.importId());
    }
  }

  private boolean claimed(ImportJobRow job, Instant now) {
    boolean ours = rows.claim(job.importId(), server, now, now.plus(settings.believed())) == 1;
    if (ours) {
      Thread.ofVirtual()
          .name("upload-" + job.importId())
          .start(
              () -> {
                try {
                  work(job);
                } catch (RuntimeException e) {
                  LOG.warn("An upload was left to be taken in later: {}", e.getClass());
                } finally {
                  underWay.remove(job.importId());
                }
              });
    }
    return ours;
  }

  private void work(ImportJobRow job) {
    SheetKind<?> kind = kinds.get(job.subject());
    Operation operation = contract.find(kind.operation()).orElseThrow();
    Optional<AbsentCaller> caller =
        callers.find(job.askedBy()).filter(one -> operation.allows(one.actor().roles()));
    if (caller.isEmpty() || job.begun() >= MOST_BEGUN) {
      CurrentUser asker = callers.asTheyWere(job.askedBy());
      trail.system(
          operation.id(),
          job.agencyId(),
          () -> failed(asker, job, caller.isEmpty() ? NOT_ALLOWED_ANY_MORE : TOO_OFTEN));
      return;
    }
    boolean begun =
        queue.workIfThereIsRoom(
            job.agencyId(),
            operation,
            () ->
                trail.onBehalf(
                    caller.get().actor(),
                    operation.id(),
                    () -> work(kind, caller.get().user(), job)));
    if (!begun) {
      rows.giveBack(job.importId(), server, clock.instant(), job.begun());
    }
  }

  private UUID failed(CurrentUser user, ImportJobRow job, String why) {
    jobs.failed(user, job, server, why);
    return job.importId();
  }

  private <E> UUID work(SheetKind<E> kind, CurrentUser user, ImportJobRow job) {
    try {
      if (job.corrects()) {
        corrections.again(
            user, kind, job, new Watch(job), keeping -> jobs.finishing(job, server, keeping));
      } else {
        upload(kind, user, job);
      }
    } catch (ImportCanceledException e) {
      jobs.canceled(user, job, server);
    } catch (WorkbookRefusedException | MappingRefusedException e) {
      jobs.failed(user, job, server, e.getMessage());
    } catch (RuntimeException | IOException e) {
      // Its message may hold what stands in a cell.
      LOG.warn("Upload {} broke off, and is begun again: {}", job.importId(), e.getClass());
      rows.giveBack(job.importId(), server, clock.instant().plus(REST), job.begun() + 1);
    }
    return job.importId();
  }

  private <E> void upload(SheetKind<E> kind, CurrentUser user, ImportJobRow job)
      throws IOException, WorkbookRefusedException, MappingRefusedException {
    UploadRequest request = jobs.request(job, UploadRequest.class);
    ImportAttempt attempt = reading.find(user, job.subject(), job.importId()).orElseThrow();
    try (MemoryFile file =
        MemoryFile.of(copy -> reading.writeFile(job.agencyId(), job.importId(), copy))) {
      importer.take(
          user,
          new SheetImporter.Upload<>(
              kind.form(), kind.bulk(request.carrierId()), file.path(), request),
          () -> RowChanges.NONE,
          importer.source(user, kind.form(), request),
          new Watch(job),
          jobs.finishing(
              job, server, (entry, uploaded) -> checks.finish(user, attempt, entry, uploaded)));
    }
  }

  /** Tells others how far it is, at most once a second, and hears whether it is to go on. */
  private final class Watch implements ImportWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ImportJobRow job;
    private Instant told = Instant.EPOCH;
    private int rowsRead;

    Watch(ImportJobRow job) {
      this.job = job;
    }

    @Override
    public void read(int number) {
      rowsRead = number;
      Instant now = clock.instant();
      if (!now.isBefore(told.plus(EVERY))) {
        told = now;
        tell(ImportAttempt.Phase.READING);
      }
    }

    @Override
    public void checks() {
      tell(ImportAttempt.Phase.CHECKING);
    }

    private void tell(ImportAttempt.Phase phase) {
      if (rows.note(job.importId(), server, phase, rowsRead) == 0) {
        throw new ImportCanceledException();
      }
    }
  }
}
