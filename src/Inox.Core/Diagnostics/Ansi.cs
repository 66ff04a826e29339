namespace Inox.Core;

/// <summary>Wraps text in ANSI colours (ECMA-48 SGR), or leaves it alone when they are off.</summary>
internal readonly struct Ansi(bool isOn)
{
    public string Strong(string text) => Paint("1", text);

    public string Quiet(string text) => Paint("34", text);

    public string Advice(string text) => Paint("36", text);

    public string For(Severity severity, string text) => severity switch
    {
        Severity.Error => Paint("1;31", text),
        Severity.Warning => Paint("1;33", text),
        Severity.Info => Paint("1;36", text),
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "no such severity"),
    };

    private string Paint(string code, string text) => isOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
