"""Letters that call somebody to a talk about another matter than a job, and their likes that do mean a job; all of Tuesday, 9 June 2026."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

OTHER_MATTERS: tuple[tuple[str, str, str], ...] = (
    # language, subject, text
    (
        "en",
        "Interview with the allotment committee",
        "Dear Nora, your name has reached the top of our waiting list. Before we hand out a plot the committee interviews every new member: Thursday 18 June, 7 pm, in the club house. Membership costs 40 pounds a year, volunteers run everything.",
    ),
    (
        "en",
        "Your interview on Monday",
        "Hello Nora, we are glad you will be on the show! The interview is on Monday 15 June at 4 pm. Our producer Kit will call you at ten to, please use headphones and a decent microphone. The episode goes out in July, we send you the link for your own listeners.",
    ),
    (
        "en",
        "Naturalization interview notice",
        "You are scheduled for an interview on June 23, 2026 at 9:15 AM. Bring your green card, all passports and this notice. The officer will place you under oath. If you miss the interview your petition may be denied.",
    ),
    (
        "en",
        "Meet our mortgage adviser",
        "Hi Nora, I have booked your call with Helen for Friday 19 June at 11:30. Please have your last three statements to hand. We will look at fixed and tracker rates, the remortgage fee and life insurance; she will confirm the decision in principle within a week.",
    ),
    (
        "en",
        "Interview for Year 7 place",
        "Dear Ms Vogt, we look forward to meeting your daughter and you on 22 June at 3.20 pm. Each pupil spends ten minutes with the head of year while parents have tea. We let you know about the school place by 3 July.",
    ),
    (
        "en",
        "Intake interview",
        "Dear Nora, your GP has referred you to our clinic. Your intake interview with Dr Amari is on Wednesday 17 June at 8.40. Please bring a list of your medication and arrive fasting, as we take blood.",
    ),
    (
        "de",
        "Einladung zum Interview",
        "Hallo Nora, schön, dass du bei unserer Studie mitmachst! Das Interview dauert 45 Minuten und findet am 17.06.2026 um 16 Uhr über Zoom statt. Als Dankeschön gibt es einen Gutschein über 40 Euro. Bitte unterschreib vorher die Einwilligungserklärung, alles wird anonymisiert.",
    ),
    (
        "de",
        "Ihr Gespräch am 18. Juni",
        "Sehr geehrte Frau Vogt, Sie interessieren sich für die Dreizimmerwohnung in der Seegasse. Die Hausverwaltung lädt Sie zum Gespräch am 18.06.2026 um 17:00 Uhr ein. Bitte bringen Sie Selbstauskunft und Schufa mit; die Vermieterin entscheidet bis Monatsende.",
    ),
    (
        "de",
        "Gesprächstermin",
        "Guten Tag Frau Vogt, für die Taufe Ihrer Tochter würde ich Sie gern kennenlernen: Donnerstag, 11. Juni, 18 Uhr im Pfarramt. Bitte bringen Sie das Familienbuch mit und sagen Sie den Eltern des Paten Bescheid.",
    ),
    (
        "de",
        "Vorladung",
        "Sehr geehrte Frau Vogt, Sie werden gebeten, am 24.06.2026 um 10.30 Uhr zur Vernehmung als Zeugin zu erscheinen. Bringen Sie Personalausweis und diese Ladung mit. Aktenzeichen 8 Js 17/26.",
    ),
    (
        "de",
        "Jahresgespräch",
        "Liebe Nora, ich habe uns für das Mitarbeitergespräch am 16. Juni von 9 bis 10 Uhr eingetragen. Schau dir vorher bitte die Zielvereinbarung an, und schick mir deine Urlaubsplanung gleich mit.",
    ),
    (
        "fr",
        "Votre entretien du 17 juin",
        "Bonjour Madame, suite à votre demande de logement, la régie vous recevra le mercredi 17 juin à 10h pour un entretien. Merci d'apporter votre bail actuel, vos trois derniers bulletins et les coordonnées de votre garant.",
    ),
    (
        "fr",
        "Enregistrement",
        "Bonjour Nora, l'entretien pour notre podcast est calé jeudi 18 juin à 14h. Prévoyez un casque et un micro ; l'épisode sortira en septembre et nos auditeurs adorent les anecdotes.",
    ),
    (
        "fr",
        "Entretien d'assimilation",
        "Madame, dans le cadre de votre demande de naturalisation, vous êtes convoquée à la préfecture le 22 juin 2026 à 9h30. Munissez-vous de votre passeport, de votre titre de séjour et de la présente convocation.",
    ),
    (
        "es",
        "Tu entrevista",
        "Hola Nora: ¡qué ganas de tenerte en el programa! La entrevista será el jueves 18 de junio a las 19:00. Usa auriculares, el episodio sale en octubre y lo escuchan miles de oyentes.",
    ),
    (
        "es",
        "Cita para la entrevista de nacionalidad",
        "Estimada Sra. Vogt: Se le cita el 23 de junio de 2026 a las 9:45 en el Registro Civil. Traiga pasaporte, NIE y el resguardo de su expediente. El funcionario le hará unas preguntas.",
    ),
    (
        "es",
        "Reunión por la plaza",
        "Estimados padres: La entrevista con la directora de la guardería será el 16 de junio a las 17:30. Traigan la cartilla del niño; la adaptación empieza en septiembre y les diremos algo antes del 30.",
    ),
    (
        "pt",
        "Entrevista marcada",
        "Olá Nora, a entrevista para o nosso podcast fica marcada para quinta-feira, 18 de junho, às 15h. Use fones e um bom microfone. O episódio vai ao ar em agosto, os ouvintes já perguntaram por você.",
    ),
    (
        "pt",
        "Convocatória",
        "Exma. Senhora, no âmbito do pedido de nacionalidade fica convocada para entrevista no dia 22 de junho de 2026, às 10h00, na conservatória. Deve trazer o passaporte e a autorização de residência.",
    ),
    (
        "pt",
        "Visita ao apartamento",
        "Boa tarde Nora, o senhorio quer conhecê-la na quarta, dia 17, às 18h30, no apartamento. Traga os recibos e o contacto do fiador; a caução são dois meses de renda e ele decide até sexta.",
    ),
    (
        "nl",
        "Uitnodiging gesprek",
        "Beste Nora, leuk dat je bij ons wilt wonen! We nodigen je uit voor de hospiteeravond op donderdag 18 juni om 20.00 uur. De kamer is 14 m2, huur 510 euro, en je maakt kennis met alle huisgenoten. Vrijdag hoor je wie het wordt.",
    ),
    (
        "nl",
        "Interview",
        "Dag Nora, fijn dat je meedoet aan ons onderzoek. Het interview is op dinsdag 16 juni om 13.30 uur via Teams en duurt een uur. Deelnemers krijgen een cadeaubon van 30 euro; stuur je vooraf het toestemmingsformulier terug?",
    ),
    (
        "nl",
        "Oudergesprek",
        "Beste ouders, het gesprek over jullie dochter is op maandag 15 juni om 15.45 uur. Juf Anke en de intern begeleider van de school zijn erbij. Neem het rapport van de leerling mee.",
    ),
    (
        "it",
        "Intervista confermata",
        "Ciao Nora, l'intervista per il nostro podcast è fissata per giovedì 18 giugno alle 18. Usa le cuffie e un buon microfono; la puntata va in onda a settembre.",
    ),
    (
        "it",
        "Convocazione",
        "Gentile signora Vogt, per la pratica di cittadinanza è convocata in Questura il 23 giugno 2026 alle ore 9.30. Porti con sé passaporto, permesso di soggiorno e la ricevuta.",
    ),
    (
        "it",
        "Colloquio",
        "Cari genitori, il colloquio con la maestra della vostra bambina è martedì 16 giugno alle 16.45 a scuola. Parleremo dell'inserimento al nido del fratellino.",
    ),
)

JOBS: tuple[tuple[str, str, str], ...] = (
    (
        "en",
        "Interview, ward sister",
        "Dear Nora, thank you for applying for the post of ward sister. We would like to interview you on Wednesday 17 June at 8.40 am in the outpatient clinic. You will meet two consultants and a patient representative, and see the ward. Please bring your registration.",
    ),
    (
        "en",
        "Your interview with the show",
        "Hi Nora, loved your application for the producer job. Come in for an interview on Monday 15 June at 4 pm: we will play you two episodes and ask what our listeners would want next. Bring a CV, headphones are here.",
    ),
    (
        "en",
        "Interview",
        "Dear Nora, the letting agency would like to interview you for the position of lettings negotiator on Thursday 18 June at 3 pm. We will talk about viewings, landlords and how you would win over a tenant.",
    ),
    (
        "de",
        "Vorstellungsgespräch in der Kita",
        "Liebe Frau Vogt, Ihre Bewerbung als Erzieherin hat uns gefallen. Kommen Sie am 18.06.2026 um 9:00 Uhr zum Vorstellungsgespräch in die Kita; danach hospitieren Sie zwei Stunden in der Krippe, die Eltern wissen Bescheid.",
    ),
    (
        "de",
        "Einladung",
        "Sehr geehrte Frau Vogt, gern laden wir Sie zum Gespräch über die Stelle in der Hausverwaltung ein: 18.06.2026, 17:00 Uhr. Es geht um Mieter, Besichtigungen und Nebenkosten, also um das, was Sie bisher auch machen.",
    ),
    (
        "fr",
        "Entretien pour le poste de conseillère clientèle",
        "Madame, votre candidature au poste de conseillère clientèle en agence bancaire a retenu notre attention. Nous vous recevrons en entretien le mercredi 17 juin à 10h. Vous présenterez un cas de crédit et un cas d'épargne.",
    ),
    (
        "es",
        "Entrevista en la clínica",
        "Hola Nora: Tu candidatura para el puesto de enfermera nos ha gustado. La entrevista será el jueves 18 de junio a las 9:00 en la clínica, con la jefa de enfermería. Verás las consultas y conocerás a algún paciente.",
    ),
    (
        "pt",
        "Entrevista para a vaga de recepcionista",
        "Olá Nora, gostámos do seu currículo para a vaga de recepcionista do hotel. A entrevista é na quinta-feira, 18 de junho, às 15h, com a diretora. Falaremos de reservas, hóspedes e turnos da noite.",
    ),
    (
        "nl",
        "Sollicitatiegesprek tandartspraktijk",
        "Beste Nora, je sollicitatie als tandartsassistente sprak ons aan. Kom donderdag 18 juni om 12.15 uur op gesprek in de praktijk; daarna kun je een behandeling meekijken met een patiënt die het goed vindt.",
    ),
    (
        "it",
        "Colloquio in officina",
        "Buongiorno Nora, abbiamo letto la sua candidatura per il posto di meccanica. L'aspettiamo in officina per un colloquio giovedì 18 giugno alle 8.30: vedremo insieme un tagliando e una vettura senza freni.",
    ),
)
