package app.upline.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the service without its tests, read once for everything that looks at them, and
 * given up when other tests want the memory: they are hundreds of megabytes.
 */
public final class ServiceClasses {

  private static SoftReference<@Nullable JavaClasses> read = new SoftReference<>(null);

  private ServiceClasses() {}

  /** For use at once: a test that keeps them keeps their memory. */
  public static synchronized JavaClasses all() {
    JavaClasses known = read.get();
    if (known != null) {
      return known;
    }
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.upline");
    read = new SoftReference<>(classes);
    return classes;
  }
}
