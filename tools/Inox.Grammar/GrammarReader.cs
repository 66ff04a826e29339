namespace Inox.Grammar;

/// <summary>Reads the grammar page line by line; the form is described at its head.</summary>
public static class GrammarReader
{
    public static GrammarModel Read(string text)
    {
        List<EnumModel> enums = [];
        List<string> families = [];
        List<InterfaceModel> interfaces = [];
        List<NodeModel> nodes = [];
        string chapter = "";
        List<string> comment = [];
        Action<string, string>? addMember = null;

        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string content = line.Trim();
            if (content.Length == 0) { comment.Clear(); continue; }
            if (content.StartsWith('#')) { comment.Add(content[1..].Trim()); continue; }
            string about = string.Join(' ', comment);
            comment.Clear();
            if (char.IsWhiteSpace(line[0])) { addMember!(content, about); continue; }

            string[] words = content.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words[0])
            {
                case "chapter":
                    chapter = words[1];
                    break;
                case "abstract":
                    families.Add(words[1]);
                    break;
                case "enum":
                    List<(string, string)> values = [];
                    enums.Add(new(words[1], values));
                    addMember = (member, _) => values.Add(Split(member, ' '));
                    break;
                case "interface":
                    List<FieldModel> shared = [];
                    interfaces.Add(new(words[1], about, shared));
                    addMember = (member, note) => shared.Add(ReadField(member, note));
                    break;
                case "node":
                    List<FieldModel> fields = [];
                    nodes.Add(ReadNode(content, chapter, about, fields));
                    addMember = (member, note) => fields.Add(ReadField(member, note));
                    break;
                default:
                    throw new FormatException($"unknown line: {line}");
            }
        }
        return new(enums, families, interfaces, nodes);
    }

    private static NodeModel ReadNode(string content, string chapter, string comment, List<FieldModel> fields)
    {
        (string head, string attributes) = Cut(content["node ".Length..], " @");
        (string name, string bases) = Split(head, ':');
        string[] all = bases.Split(',', StringSplitOptions.TrimEntries);
        return new(name.Trim(), all[0], all[1..], chapter, comment, ReadAttributes(attributes), fields);
    }

    private static FieldModel ReadField(string content, string comment)
    {
        (string head, string attributes) = Cut(content, " @");
        (string name, string rest) = Split(head, ':');
        (string type, string value) = Split(rest, '=');
        return new(name.Trim(), FieldType.Parse(type.Trim()), value.Length == 0 ? null : value.Trim(), comment, ReadAttributes(attributes));
    }

    private static Attributes ReadAttributes(string text) =>
        Attributes.Parse(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static (string, string) Cut(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    private static (string, string) Split(string text, char mark)
    {
        int at = text.IndexOf(mark);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
