using ErpSync.Reading;

namespace ErpSync.Comparing;

/// <summary>Two records compared field by field.</summary>
/// <param name="Loaded">The records.</param>
/// <param name="States">One state per compared field, in the order of <see cref="RecordComparer{T}.Fields"/>.</param>
/// <param name="FirstFingerprint">The first record's fingerprint.</param>
/// <param name="SecondFingerprint">The second record's fingerprint.</param>
internal sealed record Compared<T>(Loaded<T> Loaded, FieldState[] States, byte[] FirstFingerprint, byte[] SecondFingerprint)
    where T : class, IEntity
{
    public required FieldBases FirstBases { get; init; }

    public required FieldBases SecondBases { get; init; }

    public FieldBases Bases(Side side) => side == Side.First ? FirstBases : SecondBases;

    public byte[] Fingerprint(Side side) => side == Side.First ? FirstFingerprint : SecondFingerprint;
}
