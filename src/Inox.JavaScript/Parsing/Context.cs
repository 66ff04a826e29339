namespace Inox.JavaScript.Parsing;

/// <summary>What the surrounding text allows: the parameters of ECMA-262's grammar and what its static rules ask about.</summary>
[Flags]
internal enum Context
{
    None = 0,
    Strict = 1 << 0,

    /// <summary>`await` is an operator.</summary>
    Await = 1 << 1,

    /// <summary>`yield` is an operator.</summary>
    Yield = 1 << 2,

    Return = 1 << 3,
    NewTarget = 1 << 4,
    SuperCall = 1 << 5,
    SuperProperty = 1 << 6,

    /// <summary>The head of a `for`: `in` ends the expression.</summary>
    NoIn = 1 << 7,

    /// <summary>A class field or static block: no `arguments`.</summary>
    NoArguments = 1 << 8,

    /// <summary>A static block: `await` is reserved.</summary>
    StaticBlock = 1 << 9,

    Loop = 1 << 10,
    Switch = 1 << 11,

    /// <summary>TypeScript's `declare` or a declaration file: bodies and values are missing.</summary>
    Ambient = 1 << 12,

    /// <summary>Outside every function.</summary>
    TopLevel = 1 << 13,

    /// <summary>Within the `extends` of a conditional type, where `infer` may stand.</summary>
    Infer = 1 << 14,

    /// <summary>The `extends` of a conditional type: no further conditional.</summary>
    NoConditionalType = 1 << 15,

    /// <summary>The list of a `case`, which `using` may not stand in.</summary>
    CaseList = 1 << 16,

    /// <summary>In a `namespace` of TypeScript.</summary>
    NamespaceBlock = 1 << 17,

    /// <summary>The names of `let`, `const`, `class`: not `let`.</summary>
    LexicalBinding = 1 << 19,

    /// <summary>A decorator: `@a [b]() {}` is a decorator and a member.</summary>
    Decorator = 1 << 18,

    /// <summary>Between `?` and `:`: an arrow function with a return type needs a further `:` behind it.</summary>
    NoArrowReturnType = 1 << 20,

    /// <summary>What a function body keeps of the text around it.</summary>
    Inherited = Strict | Ambient,

    /// <summary>What an arrow function keeps.</summary>
    ArrowInherited = Strict | NewTarget | SuperCall | SuperProperty | NoArguments | Ambient,

    /// <summary>What brackets of any sort lift.</summary>
    LiftedByBrackets = NoIn | Decorator | NoArrowReturnType,
}
