import static java.lang.classfile.ClassFile.StackMapsOption.GENERATE_STACK_MAPS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes the jar of the bundle from the shaded one: the same program for one Java on one system, which
/// starts faster.
///
/// - Variants for older and newer Javas are resolved to this one's, or Java would look for them at every
///   start.
/// - Classes from before Java 6 are written anew in a later form: the ahead-of-time cache takes no older
///   ones, and picocli's are that old.
/// - Switches over types, in Sentinel's own classes, become plain code (see [TypeSwitches]).
/// - There is no manifest, for the start script names class and options, and no native code, for that
///   lies beside the jar. Nothing is compressed: the bundle is, as a whole.
///
/// Called as `java packaging/RuntimeJar.java SHADED RESULT`. The same input gives the same bytes.
final class RuntimeJar {

    private static final String VARIANT = "META-INF/versions/";
    private static final String OWN = "dev/sentinel/";
    private static final int MAJOR_VERSION_AT = 6;
    private static final Instant TIME = Instant.parse("1980-01-01T00:00:00Z");

    private final ZipFile shaded;

    private RuntimeJar(ZipFile shaded) {
        this.shaded = shaded;
    }

    public static void main(String[] arguments) throws IOException {
        try (ZipFile shaded = new ZipFile(arguments[0]);
                OutputStream result = Files.newOutputStream(Path.of(arguments[1]))) {
            new RuntimeJar(shaded).write(result);
        }
        // An archive of classes is refused when the jar has another time than it had at the archive's
        // making; the packed bundle gives every file this one.
        Files.setLastModifiedTime(Path.of(arguments[1]), FileTime.from(TIME));
    }

    private void write(OutputStream result) throws IOException {
        ClassFile classFile = classFile();
        try (ZipOutputStream jar = new ZipOutputStream(result)) {
            jar.setMethod(ZipOutputStream.STORED);
            for (var entry : entries().entrySet()) {
                byte[] content = content(entry.getValue());
                String name = entry.getKey();
                boolean isClass = name.endsWith(".class");
                store(jar, name, isClass ? rewritten(classFile, name, content) : content);
            }
        }
    }

    /// Name in the result → entry in the shaded jar; the variant for the newest Java wins.
    private Map<String, ZipEntry> entries() {
        Map<String, ZipEntry> chosen = new TreeMap<>();
        Map<String, Integer> versions = new TreeMap<>();
        shaded.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> !entry.getName().startsWith("lib/"))
                .filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME))
                .forEach(entry -> {
                    String name = entry.getName();
                    int version = 0;
                    if (name.startsWith(VARIANT)) {
                        int slash = name.indexOf('/', VARIANT.length());
                        version = Integer.parseInt(name.substring(VARIANT.length(), slash));
                        name = name.substring(slash + 1);
                    }
                    boolean usable = version <= Runtime.version().feature();
                    if (usable && version >= versions.getOrDefault(name, 0)) {
                        versions.put(name, version);
                        chosen.put(name, entry);
                    }
                });
        return chosen;
    }

    private byte[] content(ZipEntry entry) throws IOException {
        try (InputStream stream = shaded.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] rewritten(ClassFile classFile, String name, byte[] old) {
        if (name.startsWith(OWN)) {
            ClassModel model = classFile.parse(old);
            return classFile.transformClass(model, TypeSwitches.in(model));
        }
        boolean tooOld = old[MAJOR_VERSION_AT + 1] < ClassFile.JAVA_6_VERSION;
        return tooOld ? classFile.transformClass(classFile.parse(old), modernised()) : old;
    }

    private static ClassTransform modernised() {
        ClassTransform version =
                (builder, element) -> {
                    if (element instanceof ClassFileVersion) {
                        builder.withVersion(ClassFile.JAVA_17_VERSION, 0);
                    } else {
                        builder.with(element);
                    }
                };
        // Going through every instruction makes the writer compute the stack maps that Java 5 had not.
        CodeTransform everything = (builder, element) -> builder.with(element);
        return version.andThen(
                ClassTransform.transformingMethods(MethodTransform.transformingCode(everything)));
    }

    private ClassFile classFile() {
        ClassHierarchyResolver shadedFirst =
                ClassHierarchyResolver.ofResourceParsing(this::open)
                        .orElse(ClassHierarchyResolver.defaultResolver());
        return ClassFile.of(
                GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(shadedFirst));
    }

    private InputStream open(ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = shaded.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : shaded.getInputStream(entry);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void store(ZipOutputStream jar, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(TIME, ZoneOffset.UTC));
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
