import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/// Compiles a class's switches over types to plain code.
///
/// javac leaves such a switch to the run time, which makes a class for each one when it is first met (see
/// java.lang.runtime.SwitchBootstraps). The ahead-of-time cache cannot hold these classes: making them was
/// a third of the time from Sentinel's start to the child's.
final class TypeSwitches {

    private static final String BOOTSTRAPS = "SwitchBootstraps";
    private static final int NULL = -1;

    /// One switch: `(T value, int restart) → int`, the place of the first of these types that the value has.
    private record Switch(String method, MethodTypeDesc type, List<ClassDesc> types) {}

    private final ClassDesc owner;
    private final boolean inInterface;
    private final List<Switch> found = new ArrayList<>();

    private TypeSwitches(ClassModel model) {
        this.owner = model.thisClass().asSymbol();
        this.inInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    /// Turns that class into one without such switches.
    static ClassTransform in(ClassModel model) {
        var switches = new TypeSwitches(model);
        var calls = MethodTransform.transformingCode(switches::call);
        return ClassTransform.transformingMethods(calls)
                .andThen(ClassTransform.endHandler(switches::writeAll));
    }

    private void writeAll(ClassBuilder builder) {
        for (Switch one : found) {
            builder.withMethodBody(
                    one.method(),
                    one.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> write(one, code));
        }
    }

    private void call(CodeBuilder builder, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
            List<ClassDesc> types =
                    call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
            var one = new Switch("typeSwitch$" + found.size(), call.typeSymbol(), types);
            found.add(one);
            builder.invokestatic(owner, one.method(), one.type(), inInterface);
        } else {
            builder.with(element);
        }
    }

    private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().displayName().equals(BOOTSTRAPS)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }

    /// `if (value == null) return -1; if (restart <= 0 && value instanceof T0) return 0; …`
    private static void write(Switch one, CodeBuilder code) {
        Label notNull = code.newLabel();
        code.aload(0).ifnonnull(notNull).loadConstant(NULL).ireturn().labelBinding(notNull);
        for (int place = 0; place < one.types().size(); place++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(place).if_icmpgt(next);
            code.aload(0).instanceOf(one.types().get(place)).ifeq(next);
            code.loadConstant(place).ireturn().labelBinding(next);
        }
        code.loadConstant(one.types().size()).ireturn();
    }
}
