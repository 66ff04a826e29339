using Inox.Core;

namespace Inox.JavaScript.Parsing;

internal static partial class ParseErrors   // rules that need context
{
    public static readonly DiagnosticDescriptor StrictReserved = Error("IX1100", "`{0}` is a reserved word in strict code");
    public static readonly DiagnosticDescriptor ReservedName = Error("IX1101", "`{0}` is a reserved word");
    public static readonly DiagnosticDescriptor StrictBinding = Error("IX1102", "strict code cannot bind or assign `{0}`");
    public static readonly DiagnosticDescriptor AwaitAsName = Error("IX1103", "`await` cannot be a name here");
    public static readonly DiagnosticDescriptor YieldAsName = Error("IX1104", "`yield` cannot be a name here");
    public static readonly DiagnosticDescriptor AwaitOutsideAsync = Error("IX1105", "`await` needs an async function or the top level of a module", "make the function `async`");
    public static readonly DiagnosticDescriptor AwaitInParameters = Error("IX1106", "`await` cannot stand in the parameters of this function");
    public static readonly DiagnosticDescriptor YieldInParameters = Error("IX1107", "`yield` cannot stand in parameters");
    public static readonly DiagnosticDescriptor LetAsLexicalName = Error("IX1108", "`let` cannot be declared by `let`, `const` or `class`");
    public static readonly DiagnosticDescriptor ReturnOutsideFunction = Error("IX1109", "`return` outside a function");
    public static readonly DiagnosticDescriptor BreakOutside = Error("IX1110", "`break` outside a loop or `switch`");
    public static readonly DiagnosticDescriptor ContinueOutside = Error("IX1111", "`continue` outside a loop");
    public static readonly DiagnosticDescriptor UndefinedLabel = Error("IX1112", "there is no label `{0}` around this");
    public static readonly DiagnosticDescriptor ContinueToBlock = Error("IX1113", "`{0}` does not label a loop");
    public static readonly DiagnosticDescriptor DuplicateLabel = Error("IX1114", "the label `{0}` is used already");
    public static readonly DiagnosticDescriptor SuperCallOutside = Error("IX1115", "`super()` outside the constructor of a class with `extends`");
    public static readonly DiagnosticDescriptor SuperPropertyOutside = Error("IX1116", "`super` outside a method");
    public static readonly DiagnosticDescriptor NewTargetOutside = Error("IX1117", "`new.target` outside a function");
    public static readonly DiagnosticDescriptor DeleteName = Error("IX1118", "strict code cannot delete a variable");
    public static readonly DiagnosticDescriptor DeletePrivate = Error("IX1119", "a private name cannot be deleted");
    public static readonly DiagnosticDescriptor WithInStrict = Error("IX1120", "strict code has no `with`");
    public static readonly DiagnosticDescriptor DuplicateProto = Error("IX1121", "`__proto__` is set twice");
    public static readonly DiagnosticDescriptor DuplicateConstructor = Error("IX1122", "a class can have one constructor only");
    public static readonly DiagnosticDescriptor SpecialConstructor = Error("IX1123", "a constructor cannot be {0}");
    public static readonly DiagnosticDescriptor StaticPrototype = Error("IX1124", "a static member cannot be named `prototype`");
    public static readonly DiagnosticDescriptor FieldName = Error("IX1125", "a field cannot be named `{0}`");
    public static readonly DiagnosticDescriptor GetterParameters = Error("IX1126", "a getter has no parameters");
    public static readonly DiagnosticDescriptor SetterParameters = Error("IX1127", "a setter has exactly one parameter, and not a rest one");
    public static readonly DiagnosticDescriptor UseStrictParameters = Error("IX1128", "`\"use strict\"` needs simple parameters: no defaults, patterns or rest");
    public static readonly DiagnosticDescriptor DuplicateParameter = Error("IX1129", "the parameter `{0}` is declared twice");
    public static readonly DiagnosticDescriptor ArgumentsInField = Error("IX1130", "`arguments` cannot stand in a class field or static block");
    public static readonly DiagnosticDescriptor UndeclaredPrivate = Error("IX1131", "there is no private name `#{0}` in the classes around this");
    public static readonly DiagnosticDescriptor DuplicatePrivate = Error("IX1132", "the private name `#{0}` is declared twice");
    public static readonly DiagnosticDescriptor PrivateConstructor = Error("IX1133", "a private name cannot be `#constructor`");
    public static readonly DiagnosticDescriptor PrivateAlone = Error("IX1134", "a private name can only follow a `.` or stand before `in`");
    public static readonly DiagnosticDescriptor HtmlCommentInModule = Error("IX1135", "modules have no HTML-like comments");
    public static readonly DiagnosticDescriptor UsingPattern = Error("IX1136", "`using` cannot take a value apart");
    public static readonly DiagnosticDescriptor UsingPlace = Error("IX1137", "`using` cannot stand here", "put it in a block");
    public static readonly DiagnosticDescriptor GeneratorAsBody = Error("IX1138", "only a plain function can stand here, and only in sloppy code", "put it in a block");
    public static readonly DiagnosticDescriptor DecoratorPlace = Error("IX1140", "decorators cannot stand here");
    public static readonly DiagnosticDescriptor ForAwaitPlace = Error("IX1141", "`for await` needs `of`");

    public static readonly DiagnosticDescriptor ModuleItemPlace = Error("IX1200", "`{0}` can only stand at the top level of a module");
    public static readonly DiagnosticDescriptor ModuleItemInScript = Error("IX1201", "`{0}` needs a module and this file is read as a script");
    public static readonly DiagnosticDescriptor ImportMetaInScript = Error("IX1202", "`import.meta` needs a module");
    public static readonly DiagnosticDescriptor ReservedExport = Error("IX1203", "`{0}` cannot be exported: it is no variable");
    public static readonly DiagnosticDescriptor StringExportLocal = Error("IX1204", "a string can only name an export of another module", "add `from '...'`");
    public static readonly DiagnosticDescriptor StringImportLocal = Error("IX1205", "an import named by a string needs `as` and a name");
    public static readonly DiagnosticDescriptor IllFormedModuleName = Error("IX1206", "this name has a lone surrogate");
    public static readonly DiagnosticDescriptor DuplicateAttribute = Error("IX1208", "the attribute `{0}` is given twice");
}
