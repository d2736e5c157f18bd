using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Apprentices.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SignInAndTraces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DeactivatedAt",
                table: "People",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MappedRoles",
                table: "People",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "OnlyMappedRoles",
                table: "People",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SignerId",
                table: "EvaluationSignatures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "AccessTokens",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditGrants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AuditorId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    GrantedById = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedById = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_AuditorId",
                        column: x => x.AuditorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_GrantedById",
                        column: x => x.GrantedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HrLimits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrLimits", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_HrLimits_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProviderAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ObjectId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserPrincipalName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LinkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RefusedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProviderAccounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SealedTraces",
                columns: table => new
                {
                    SealNumber = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    TraceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Commitment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mark = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedTraces", x => new { x.SealNumber, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "SensitiveFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    SavedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SensitiveFacts_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SensitiveFacts_People_SavedById",
                        column: x => x.SavedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpentMarks",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ForgetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentMarks", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "TracePersons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    WrappedKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    Mark = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TracePersons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TracePersons_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TraceSeals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Head = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SecretName = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Device = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ActedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProviderSessionId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AuditedRecords",
                columns: table => new
                {
                    GrantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditedRecords", x => new { x.GrantId, x.ApprenticeshipId });
                    table.ForeignKey(
                        name: "FK_AuditedRecords_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AuditedRecords_AuditGrants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "AuditGrants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HrUnits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrUnits", x => new { x.PersonId, x.WorkplaceId });
                    table.ForeignKey(
                        name: "FK_HrUnits_HrLimits_PersonId",
                        column: x => x.PersonId,
                        principalTable: "HrLimits",
                        principalColumn: "PersonId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HrUnits_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvitationMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitationId = table.Column<Guid>(type: "uuid", nullable: false),
                    QueuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastFailure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FailureKind = table.Column<int>(type: "integer", nullable: true),
                    GivenUpAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvitationMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvitationMails_Invitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "Invitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccessTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<int>(type: "integer", nullable: false),
                    ThingId = table.Column<Guid>(type: "uuid", nullable: true),
                    UseCase = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Locked = table.Column<byte[]>(type: "bytea", nullable: false),
                    Commitment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SealNumber = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessTraces_TracePersons_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccessTraces_TracePersons_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Audience = table.Column<int>(type: "integer", nullable: false),
                    UseCase = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Locked = table.Column<byte[]>(type: "bytea", nullable: false),
                    Commitment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SealNumber = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeTraces_TracePersons_ActorId",
                        column: x => x.ActorId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChangeTraces_TracePersons_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TraceRemovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Of = table.Column<int>(type: "integer", nullable: true),
                    Before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Locked = table.Column<byte[]>(type: "bytea", nullable: false),
                    Commitment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SealNumber = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceRemovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TraceRemovals_TracePersons_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ApprenticeshipId_At",
                table: "AccessTraces",
                columns: new[] { "ApprenticeshipId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_At",
                table: "AccessTraces",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ReaderId",
                table: "AccessTraces",
                column: "ReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_SealNumber",
                table: "AccessTraces",
                column: "SealNumber",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_SubjectId",
                table: "AccessTraces",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ThingId",
                table: "AccessTraces",
                column: "ThingId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditedRecords_ApprenticeshipId",
                table: "AuditedRecords",
                column: "ApprenticeshipId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_AuditorId_ToOn",
                table: "AuditGrants",
                columns: new[] { "AuditorId", "ToOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_EndedById",
                table: "AuditGrants",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_GrantedById",
                table: "AuditGrants",
                column: "GrantedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_ActorId",
                table: "ChangeTraces",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_ApprenticeshipId_At",
                table: "ChangeTraces",
                columns: new[] { "ApprenticeshipId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_At",
                table: "ChangeTraces",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_SealNumber",
                table: "ChangeTraces",
                column: "SealNumber",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_SubjectId",
                table: "ChangeTraces",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_HrUnits_WorkplaceId",
                table: "HrUnits",
                column: "WorkplaceId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMails_InvitationId",
                table: "InvitationMails",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMails_NextTryAt",
                table: "InvitationMails",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_PersonId",
                table: "Invitations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SecretHash",
                table: "Invitations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderAccounts_Issuer_TenantId_ObjectId",
                table: "ProviderAccounts",
                columns: new[] { "Issuer", "TenantId", "ObjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderAccounts_PersonId",
                table: "ProviderAccounts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SealedTraces_TraceId",
                table: "SealedTraces",
                column: "TraceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveFacts_ApprenticeshipId_Kind",
                table: "SensitiveFacts",
                columns: new[] { "ApprenticeshipId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveFacts_SavedById",
                table: "SensitiveFacts",
                column: "SavedById");

            migrationBuilder.CreateIndex(
                name: "IX_SpentMarks_ForgetAt",
                table: "SpentMarks",
                column: "ForgetAt");

            migrationBuilder.CreateIndex(
                name: "IX_TracePersons_PersonId",
                table: "TracePersons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TraceRemovals_SealNumber",
                table: "TraceRemovals",
                column: "SealNumber",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TraceRemovals_SubjectId",
                table: "TraceRemovals",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_ActedAt",
                table: "UserSessions",
                column: "ActedAt");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_PersonId",
                table: "UserSessions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_ProviderSessionId",
                table: "UserSessions",
                column: "ProviderSessionId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_SecretHash",
                table: "UserSessions",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_PersonId",
                table: "AccessTokens",
                column: "PersonId");

            TraceTriggers.Add(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            TraceTriggers.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "AccessTraces");

            migrationBuilder.DropTable(
                name: "AuditedRecords");

            migrationBuilder.DropTable(
                name: "ChangeTraces");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "HrUnits");

            migrationBuilder.DropTable(
                name: "InvitationMails");

            migrationBuilder.DropTable(
                name: "ProviderAccounts");

            migrationBuilder.DropTable(
                name: "SealedTraces");

            migrationBuilder.DropTable(
                name: "SensitiveFacts");

            migrationBuilder.DropTable(
                name: "SpentMarks");

            migrationBuilder.DropTable(
                name: "TraceRemovals");

            migrationBuilder.DropTable(
                name: "TraceSeals");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropTable(
                name: "AuditGrants");

            migrationBuilder.DropTable(
                name: "HrLimits");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "TracePersons");

            migrationBuilder.DropIndex(
                name: "IX_AccessTokens_PersonId",
                table: "AccessTokens");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "AccessTokens");

            migrationBuilder.DropColumn(
                name: "DeactivatedAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "MappedRoles",
                table: "People");

            migrationBuilder.DropColumn(
                name: "OnlyMappedRoles",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SignerId",
                table: "EvaluationSignatures");
        }
    }
}
