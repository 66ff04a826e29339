using Inox.Core;

namespace Inox.JavaScript.Transforms;

internal static class TransformDiagnostics
{
    public static readonly DiagnosticDescriptor LegacyDecoratorPlace = new("IX1801", Severity.Error,
        "{0} cannot be decorated with `experimentalDecorators`", "remove `experimentalDecorators` from tsconfig.json to decorate as the standard says, or decorate a class declaration and its public members");

    public static readonly DiagnosticDescriptor ParameterDecorator = new("IX1807", Severity.Error,
        "a parameter has a decorator, which the standard ones do not know", "decorate the method or the class, or set `experimentalDecorators` in tsconfig.json");

    public static readonly DiagnosticDescriptor ImportRequireInEsModule = new("IX1802", Severity.Error,
        "`import {0} = require()` has no form in an ES module", "write `import {0} from` with the same path, or set the output format to `cjs`");

    public static readonly DiagnosticDescriptor ExportAssignmentInEsModule = new("IX1803", Severity.Error,
        "`export =` has no form in an ES module", "write `export default`, or set the output format to `cjs`");

    public static readonly DiagnosticDescriptor BadDefine = new("IX1804", Severity.Error,
        "the define `{0}` has the value `{1}`, which is neither JSON nor a name", "to define a string, quote it: `\"{1}\"`");

    public static readonly DiagnosticDescriptor TopLevelAwait = new("IX1808", Severity.Error,
        "a top-level `await` has no form in a module of the format `{0}`", "set the format to `esm` or `system`, or await in an async function");

    public static readonly DiagnosticDescriptor CannotSuspend = new("IX1806", Severity.Error,
        "a `yield` or `await` in here cannot be lowered to {0}", "move it into a variable in front of this");

    public static readonly DiagnosticDescriptor NewerThanTarget = new("IX1805", Severity.Warning,
        "{0} needs {1} and has no older form, and the target is {2}", "write it in other words, or set the target to `{1}`");
}
