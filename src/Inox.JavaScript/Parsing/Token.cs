namespace Inox.JavaScript.Parsing;

/// <summary>
/// Kinds of tokens. The order matters: names form one range from <see cref="Identifier"/> to <see cref="With"/>, inside it first what
/// may be an identifier anywhere, then what may in some contexts, then reserved words; operators follow the order of the operator enums.
/// </summary>
internal enum Token : byte
{
    EndOfFile,

    /// <summary>Text that starts no token; the lexer has reported it.</summary>
    Invalid,

    Number,
    BigInt,
    String,
    Template,
    RegExp,
    PrivateName,
    JsxText,

    Identifier,

    Abstract,
    Accessor,
    Any,
    Arguments,
    As,
    Asserts,
    Assert,
    Async,
    BigIntWord,
    Boolean,
    Constructor,
    Declare,
    Defer,
    Eval,
    From,
    Get,
    Global,
    Infer,
    Intrinsic,
    Is,
    Keyof,
    Meta,
    Module,
    Namespace,
    Never,
    NumberWord,
    Object,
    Of,
    Out,
    Override,
    Readonly,
    Require,
    Satisfies,
    Set,
    Source,
    StringWord,
    Symbol,
    Target,
    Type,
    Undefined,
    Unique,
    Unknown,
    Using,

    // identifiers in sloppy code only
    Implements,
    Interface,
    Let,
    Package,
    Private,
    Protected,
    Public,
    Static,

    // identifiers outside generators and strict code, outside async code and modules
    Yield,
    Await,

    /// <summary>A reserved word with an escape in it: good as a property name only.</summary>
    EscapedKeyword,

    Break,
    Case,
    Catch,
    Class,
    Const,
    Continue,
    Debugger,
    Default,
    Delete,
    Do,
    Else,
    Enum,
    Export,
    Extends,
    False,
    Finally,
    For,
    Function,
    If,
    Import,
    In,
    Instanceof,
    New,
    Null,
    Return,
    Super,
    Switch,
    This,
    Throw,
    True,
    Try,
    Typeof,
    Var,
    Void,
    While,
    With,

    OpenBrace,
    CloseBrace,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    Dot,
    Ellipsis,
    Semicolon,
    Comma,
    Question,
    QuestionDot,
    Colon,
    Arrow,
    At,
    Not,
    Tilde,
    Increment,
    Decrement,

    // the order of BinaryOperator
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    StarStar,
    Bar,
    Caret,
    Ampersand,

    // the order of LogicalOperator
    BarBar,
    AmpersandAmpersand,
    QuestionQuestion,

    // the order of AssignmentOperator
    Assign,
    PlusAssign,
    MinusAssign,
    StarAssign,
    SlashAssign,
    PercentAssign,
    StarStarAssign,
    ShiftLeftAssign,
    ShiftRightAssign,
    ShiftRightUnsignedAssign,
    BarAssign,
    CaretAssign,
    AmpersandAssign,
    BarBarAssign,
    AmpersandAmpersandAssign,
    QuestionQuestionAssign,
}

[Flags]
internal enum TokenFlags : byte
{
    None = 0,
    NewLineBefore = 1 << 0,

    /// <summary>A name, string or template with an escape.</summary>
    HasEscape = 1 << 1,

    /// <summary>`010`, `09` or a string with `\1`: an error in strict code.</summary>
    LegacyOctal = 1 << 2,

    /// <summary>A template piece that ends in a backtick and not in `${`.</summary>
    TemplateTail = 1 << 3,

    /// <summary>A `@__PURE__` comment stands before the token.</summary>
    PureBefore = 1 << 4,

    /// <summary>A `@__NO_SIDE_EFFECTS__` comment stands before the token.</summary>
    NoSideEffectsBefore = 1 << 5,
}
