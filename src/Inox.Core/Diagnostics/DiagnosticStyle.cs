namespace Inox.Core;

public enum DiagnosticStyle : byte
{
    /// <summary>Code frames for people.</summary>
    Human,

    /// <summary>One line each: <c>path:line:column: error IX1012: message</c>.</summary>
    Short,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>One SARIF 2.1.0 log.</summary>
    Sarif,

    /// <summary>Workflow commands that GitHub shows beside the changed lines.</summary>
    GitHub,
}
