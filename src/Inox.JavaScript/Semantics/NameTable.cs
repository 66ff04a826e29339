namespace Inox.JavaScript.Semantics;

/// <summary>Gives each distinct name of a file a small number. One table a thread serves the analyses on it in turn.</summary>
internal sealed class NameTable
{
    // Clearing takes as long as the largest file was.
    private const int MostKept = 4096;

    [ThreadStatic]
    private static NameTable? t_spare;

    private readonly Dictionary<string, int> _ids = [];

    private NameTable() { }

    public int Count => _ids.Count;

    public static NameTable Rent()
    {
        NameTable table = t_spare ?? new();
        t_spare = null;
        return table;
    }

    public int GetId(string name)
    {
        ref int id = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_ids, name, out bool known);
        if (!known) id = _ids.Count - 1;
        return id;
    }

    public void Return()
    {
        if (_ids.Count > MostKept) return;
        _ids.Clear();
        t_spare = this;
    }
}
