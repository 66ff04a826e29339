using Inox.Core;

namespace Inox.JavaScript.Parsing;

/// <summary>What can be wrong with a text. Chapters: the lexer's, structure, modules, and rules that need context.</summary>
internal static partial class ParseErrors
{
    public static readonly DiagnosticDescriptor UnexpectedCharacter = Error("IX1001", "unexpected character `{0}`");
    public static readonly DiagnosticDescriptor UnterminatedComment = Error("IX1002", "this comment is never closed", "add `*/` behind the comment");
    public static readonly DiagnosticDescriptor UnterminatedString = Error("IX1003", "this string is never closed", "add a closing {0} before the end of the line");
    public static readonly DiagnosticDescriptor UnterminatedTemplate = Error("IX1004", "this template is never closed", "add a closing backtick");
    public static readonly DiagnosticDescriptor UnterminatedRegExp = Error("IX1005", "this regular expression is never closed", "add a closing `/` before the end of the line");
    public static readonly DiagnosticDescriptor InvalidEscape = Error("IX1006", "this escape is not valid", "write `\\xHH`, `\\uHHHH` or `\\u{{H...}}` with hexadecimal digits");
    public static readonly DiagnosticDescriptor InvalidNameEscape = Error("IX1007", "this escape does not give a character a name may have here");
    public static readonly DiagnosticDescriptor MisplacedSeparator = Error("IX1008", "a numeric separator must stand between two digits");
    public static readonly DiagnosticDescriptor MissingExponent = Error("IX1009", "this number has no digits in its exponent");
    public static readonly DiagnosticDescriptor MissingDigits = Error("IX1010", "this number has no digits");
    public static readonly DiagnosticDescriptor InvalidBigInt = Error("IX1011", "a bigint cannot have a leading zero");
    public static readonly DiagnosticDescriptor NameAfterNumber = Error("IX1012", "a name cannot follow a number at once", "put a space between them");
    public static readonly DiagnosticDescriptor InvalidRegExpFlags = Error("IX1013", "these regular expression flags are not valid");
    public static readonly DiagnosticDescriptor InvalidTemplateEscape = Error("IX1014", "this escape is not valid in a template without a tag");
    public static readonly DiagnosticDescriptor LegacyOctalNumber = Error("IX1015", "strict code has no numbers with a leading zero", "write `0o` before octal digits");
    public static readonly DiagnosticDescriptor LegacyOctalEscape = Error("IX1016", "strict code has no octal escapes", "write `\\xHH` instead");
    public static readonly DiagnosticDescriptor EscapedKeyword = Error("IX1017", "a keyword cannot have escapes in it");

    public static readonly DiagnosticDescriptor Unexpected = Error("IX1020", "unexpected {0}");
    public static readonly DiagnosticDescriptor Expected = Error("IX1021", "expected {0}, found {1}");
    public static readonly DiagnosticDescriptor ExpectedExpression = Error("IX1022", "expected an expression, found {0}");
    public static readonly DiagnosticDescriptor ExpectedName = Error("IX1023", "expected a name, found {0}");
    public static readonly DiagnosticDescriptor ExpectedSemicolon = Error("IX1024", "expected a `;` or a new line, found {0}");
    public static readonly DiagnosticDescriptor ExpectedPattern = Error("IX1025", "expected a name, `[` or `{{`, found {0}");
    public static readonly DiagnosticDescriptor UnexpectedNewLine = Error("IX1026", "there cannot be a new line before {0}");
    public static readonly DiagnosticDescriptor InvalidAssignmentTarget = Error("IX1027", "this cannot be assigned to", "assign to a variable, a property or a destructuring pattern");
    public static readonly DiagnosticDescriptor InvalidParameter = Error("IX1028", "this cannot be a parameter");
    public static readonly DiagnosticDescriptor ParenthesizedPattern = Error("IX1029", "a destructuring pattern cannot be in parentheses");
    public static readonly DiagnosticDescriptor CoverInitializer = Error("IX1030", "`=` after a shorthand property is for destructuring only", "write `:` to give the property a value");
    public static readonly DiagnosticDescriptor RestNotLast = Error("IX1031", "a rest element must be the last");
    public static readonly DiagnosticDescriptor RestTrailingComma = Error("IX1032", "no comma may follow a rest element", "remove the comma");
    public static readonly DiagnosticDescriptor RestInitializer = Error("IX1033", "a rest element cannot have a default");
    public static readonly DiagnosticDescriptor MixedCoalesce = Error("IX1034", "`??` cannot be mixed with `||` or `&&`", "add parentheses to say which comes first");
    public static readonly DiagnosticDescriptor UnaryBeforeExponent = Error("IX1035", "a unary operator cannot stand before the base of `**`", "add parentheses to say which comes first");
    public static readonly DiagnosticDescriptor ArrowNeedsParentheses = Error("IX1036", "an arrow function cannot stand here", "put it in parentheses");
    public static readonly DiagnosticDescriptor OptionalChainTemplate = Error("IX1037", "a template cannot follow an optional chain");
    public static readonly DiagnosticDescriptor OptionalChainInNew = Error("IX1038", "an optional chain cannot be constructed with `new`", "put it in parentheses");
    public static readonly DiagnosticDescriptor NewImport = Error("IX1039", "`import()` cannot be constructed with `new`");
    public static readonly DiagnosticDescriptor NewSuper = Error("IX1054", "`super()` cannot be constructed with `new`");
    public static readonly DiagnosticDescriptor MissingInitializer = Error("IX1040", "this {0} needs a value", "add `= ...`");
    public static readonly DiagnosticDescriptor DeclarationAsBody = Error("IX1041", "a declaration cannot be the body of this statement", "put it in a block");
    public static readonly DiagnosticDescriptor TryAlone = Error("IX1042", "expected `catch` or `finally` after the block of `try`");
    public static readonly DiagnosticDescriptor DuplicateDefault = Error("IX1043", "a `switch` can have one `default` only");
    public static readonly DiagnosticDescriptor ForInitializer = Error("IX1044", "the variable of this loop cannot have a value");
    public static readonly DiagnosticDescriptor ForSingleBinding = Error("IX1045", "this loop declares one variable only");
    public static readonly DiagnosticDescriptor ForOfStart = Error("IX1046", "the variable of `for ... of` cannot be `{0}` here", "put it in parentheses");
    public static readonly DiagnosticDescriptor JsxDisabled = Error("IX1047", "JSX is not read in this file", "give the file the extension `.jsx` or `.tsx`");
    public static readonly DiagnosticDescriptor JsxClosingTag = Error("IX1048", "expected the closing tag of `<{0}>`");
    public static readonly DiagnosticDescriptor JsxAdjacent = Error("IX1049", "adjacent JSX elements need a common parent", "wrap them in `<>...</>`");
    public static readonly DiagnosticDescriptor JsxEmptyAttribute = Error("IX1050", "the value of an attribute cannot be empty");
    public static readonly DiagnosticDescriptor JsxTextCharacter = Error("IX1051", "`{0}` cannot stand in JSX text", "write `{{'{0}'}}`");
    public static readonly DiagnosticDescriptor TypeScriptOnly = Error("IX1052", "{0} are TypeScript and this file is JavaScript", "give the file the extension `.ts`");
    public static readonly DiagnosticDescriptor InvalidRegExp = Error("IX1053", "this regular expression is not valid: {0}");

    private static DiagnosticDescriptor Error(string code, string message, string? help = null) => new(code, Severity.Error, message, help);
}
